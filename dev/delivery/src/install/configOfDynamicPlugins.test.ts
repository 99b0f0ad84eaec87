import { configOfDynamicPlugins } from './configOfDynamicPlugins';

describe('configOfDynamicPlugins', () => {
  it('merges the configuration of enabled plugins and leaves out disabled ones', () => {
    expect(
      configOfDynamicPlugins({
        plugins: [
          { package: './a', disabled: false, pluginConfig: { x: { a: 1 } } },
          { package: './b', disabled: true, pluginConfig: { x: { b: 1 } } },
          { package: './c', pluginConfig: { x: { c: [1] } } },
        ],
      }),
    ).toEqual({
      packages: ['./a', './c'],
      config: { x: { a: 1, c: [1] } },
    });
  });

  it('accepts the same value twice', () => {
    const pluginConfig = { x: { list: [1, 2] } };
    expect(
      configOfDynamicPlugins({
        plugins: [
          { package: './a', pluginConfig },
          { package: './b', pluginConfig },
        ],
      }).config,
    ).toEqual(pluginConfig);
  });

  it('stops, as the installer does, at a list that two plugins set differently', () => {
    expect(() =>
      configOfDynamicPlugins({
        plugins: [
          { package: './a', pluginConfig: { app: { extensions: ['a'] } } },
          { package: './b', pluginConfig: { app: { extensions: ['b'] } } },
        ],
      }),
    ).toThrow("set 'app.extensions' differently");
  });

  it('refuses a plugin without a package', () => {
    expect(() => configOfDynamicPlugins({ plugins: [{}] })).toThrow(
      "no 'package'",
    );
  });
});
