export * from './buildApp';
export * from './rootFolder';
export * from './startPortal';
