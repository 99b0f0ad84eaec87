export * from './provideChromium';
export * from './startWorkshop';
export * from './takeScreenshots';
