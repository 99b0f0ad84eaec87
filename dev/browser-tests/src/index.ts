export * from './breakWorkshop';
export * from './provideChromium';
export * from './runInShell';
export * from './startWorkshop';
export * from './takeScreenshots';
