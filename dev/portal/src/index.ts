export * from './buildApp';
export * from './rootFolder';
export * from './startPortal';
export * from './signIn/signInByOidc';
export * from './signIn/startSignInPortal';
