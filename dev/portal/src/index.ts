export * from './buildApp';
export * from './startPortal';
