import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { runProgram } from '../program/runProgram';

const rootFolder = path.resolve(__dirname, '../../../..');
const list = 'install/overlays/rhdh-1.10/dynamic-plugins.yaml';

describe('the values for Helm, as docs/install.md has them made', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'portal-helm-'));
    await mkdir(path.join(folder, path.dirname(list)), { recursive: true });
    await copyFile(path.join(rootFolder, list), path.join(folder, list));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are the list of the overlay, with {{inherit}} quoted for the templates of the chart', async () => {
    const page = await readFile(
      path.join(rootFolder, 'docs/install.md'),
      'utf8',
    );
    const commands = [...page.matchAll(/```sh\n(.*?)```/gs)]
      .map(([, text]) => text)
      .filter(text => text.includes('plugins-values.yaml'));
    await runProgram({
      program: 'sh',
      args: ['-c', commands[0]],
      folder,
      env: process.env,
    });

    const made = await readFile(
      path.join(folder, 'plugins-values.yaml'),
      'utf8',
    );
    const wanted = await readFile(path.join(folder, list), 'utf8');
    expect(wanted).toContain('{{inherit}}');
    expect(
      parse(made.replaceAll('{{ "{{inherit}}" }}', '{{inherit}}')),
    ).toEqual({ global: { dynamic: parse(wanted) } });
    // A template that is not quoted is a function that the chart does not know.
    expect(
      made.replaceAll('{{ "{{inherit}}" }}', '').match(/\{\{/g),
    ).toBeNull();
  });
});
