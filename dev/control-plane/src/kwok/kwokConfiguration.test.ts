import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { packageFolder } from '../folders';
import { kwokConfiguration } from './kwokConfiguration';

const stages = path.join(packageFolder, 'stages');

describe('kwokConfiguration', () => {
  it('holds every stage file once, named after its file, and the logs', async () => {
    const text = await kwokConfiguration(stages, [
      { container: 'shop', file: '/logs/shop.log' },
      { file: '/logs/default.log' },
    ]);
    const documents = parseAllDocuments(text).map(one => one.toJS());
    const files = (await readdir(stages)).sort();
    expect(
      documents
        .filter(({ kind }) => kind === 'Stage')
        .map(({ metadata }) => `${metadata.name}.yaml`),
    ).toEqual(files);
    expect(documents.find(({ kind }) => kind === 'ClusterLogs')).toMatchObject({
      spec: {
        logs: [
          { containers: ['shop'], logsFile: '/logs/shop.log' },
          { logsFile: '/logs/default.log' },
        ],
      },
    });
  });
});
