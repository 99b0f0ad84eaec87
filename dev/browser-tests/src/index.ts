export * from './provideChromium';
export * from './startWorkshop';
