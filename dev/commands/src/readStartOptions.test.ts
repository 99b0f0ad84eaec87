import { readStartOptions } from './readStartOptions';

describe('readStartOptions', () => {
  it('starts a cluster of its own on port 7007 when nothing is said', () => {
    expect(readStartOptions([])).toEqual({
      port: 7007,
      kubeconfig: undefined,
      context: undefined,
      isConfirmed: false,
      isFresh: false,
      isInspected: false,
    });
  });

  it('takes an existing cluster', () => {
    expect(
      readStartOptions(['--kubeconfig', 'dev.yaml', '--context', 'c', '--yes']),
    ).toMatchObject({
      kubeconfig: 'dev.yaml',
      context: 'c',
      isConfirmed: true,
    });
  });

  it.each([
    [['--port', '70070'], "--port is '70070'"],
    [['--port', 'web'], "--port is 'web'"],
    [['--context', 'c'], '--context goes with --kubeconfig'],
    [['--fresh', '--kubeconfig', 'x'], '--fresh forgets'],
    [['--prot', '1'], '--prot'],
  ])('refuses %j and names the option', (args, message) => {
    expect(() => readStartOptions(args)).toThrow(message);
  });
});
