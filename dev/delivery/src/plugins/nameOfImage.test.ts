import { nameOfImage } from './nameOfImage';

describe('nameOfImage', () => {
  it('leaves out what only a package is called', () => {
    expect(nameOfImage('@scope/plugin-x-dynamic')).toBe('scope-plugin-x');
    expect(nameOfImage('plugin-dynamic-x')).toBe('plugin-dynamic-x');
  });
});
