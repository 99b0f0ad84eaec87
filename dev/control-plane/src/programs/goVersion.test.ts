import { isGoNewEnough, parseGoVersion } from './goVersion';

describe('parseGoVersion', () => {
  it.each([
    ['go version go1.26.6 linux/amd64\n', '1.26.6'],
    ['go version go1.27 darwin/arm64', '1.27'],
    ['go version go1.26.1-X:nocoverageredesign linux/amd64', '1.26.1'],
    ['go version devel go_abc linux/amd64', undefined],
    ['', undefined],
  ])('reads %j as %s', (output, version) => {
    expect(parseGoVersion(output)).toBe(version);
  });
});

describe('isGoNewEnough', () => {
  it.each([
    ['1.26', true],
    ['1.26.6', true],
    ['1.30.0', true],
    ['2.0', true],
    ['1.25.9', false],
    ['1.4', false],
  ])('says for %s: %s', (version, answer) => {
    expect(isGoNewEnough(version)).toBe(answer);
  });
});
