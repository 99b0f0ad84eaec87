import { stringify } from 'yaml';
import { readOverlay } from './readOverlay';

const configMap = (name: string, data: Record<string, string>) =>
  stringify({ kind: 'ConfigMap', metadata: { name }, data });

const plugins = configMap('dynamic-plugins-rhdh', {
  'dynamic-plugins.yaml': 'plugins: []',
});
const config = configMap('app-config-rhdh', {
  'app-config-rhdh.yaml': 'app: {}',
});
const catalog = configMap('pre-built-catalog', { 'a.yaml': 'kind: Group' });

describe('readOverlay', () => {
  it('reads what the portal is configured with', () => {
    const secret = stringify({
      kind: 'Secret',
      metadata: { name: 'app-config-rhdh' },
    });
    expect(
      readOverlay([secret, plugins, config, catalog].join('---\n')),
    ).toEqual({
      dynamicPlugins: { plugins: [] },
      appConfig: { app: {} },
      catalog: { 'a.yaml': 'kind: Group' },
    });
  });

  it('says which ConfigMap, or which key, is missing', () => {
    expect(() => readOverlay([plugins, config].join('---\n'))).toThrow(
      "no ConfigMap 'pre-built-catalog'",
    );
    const renamed = configMap('app-config-rhdh', { 'app-config.yaml': '' });
    expect(() =>
      readOverlay([plugins, renamed, catalog].join('---\n')),
    ).toThrow("'app-config-rhdh' has no key 'app-config-rhdh.yaml'");
  });
});
