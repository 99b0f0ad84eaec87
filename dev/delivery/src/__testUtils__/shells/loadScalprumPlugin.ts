import type { SharedPackage } from './SharedPackage';

/** What webpack makes of an exposed plugin. */
interface Container {
  init(scope: object): Promise<void> | void;
  get(module: string): Promise<() => Record<string, unknown>>;
}

/**
 * Loads a plugin as Developer Hub's legacy shell does: its manifest, its scripts, then the exposed module `PluginRoot`.
 * What it takes of `shared` is written down in the notes of the page.
 */
export async function loadScalprumPlugin(options: {
  name: string;
  assets: string;
  shared: Record<string, SharedPackage>;
}): Promise<Record<string, unknown>> {
  const { name, assets, shared } = options;
  const manifest = await fetch(`${assets}/plugin-manifest.json`).then(answer =>
    answer.json(),
  );
  const container = await new Promise<Container>((resolve, reject) => {
    Object.assign(window, {
      __load_plugin_entry__: (_id: string, loaded: Container) =>
        resolve(loaded),
    });
    for (const file of manifest.loadScripts) {
      const script = document.createElement('script');
      script.src = `${assets}/${file}`;
      script.onerror = () => reject(new Error(`${name} has no script ${file}`));
      document.head.append(script);
    }
  });
  await container.init(shareScope(shared));
  return (await container.get('PluginRoot'))();
}

function shareScope(shared: Record<string, SharedPackage>): object {
  return Object.fromEntries(
    Object.entries(shared).map(([name, { version, module }]) => [
      name,
      {
        [version]: {
          loaded: 1,
          eager: true,
          from: 'shell',
          get: async () => {
            window.shellNotes.shared[name] = version;
            return () => module;
          },
        },
      },
    ]),
  );
}
