export * from './provideChromium';
