import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootFolder } from '@internal/portal';
import { readNewRuleOptions } from './readNewRuleOptions';
import { registerRule } from './registerRule';
import { writeNewRule } from './writeNewRule';

const registryFile = 'src/rules/allRules.ts';

describe('readNewRuleOptions', () => {
  it.each([
    ['claim-on-component', 'claimOnComponent', 'claim', 'contract'],
    ['label-on-service', 'labelOnService', 'workload', 'contract'],
    ['volumes-mount', 'volumesMount', 'workload', 'health'],
  ])('reads what %s is about from its name', (id, name, subject, verdict) => {
    expect(readNewRuleOptions([id])).toEqual({ id, name, subject, verdict });
  });

  it('takes the verdict that is asked for', () => {
    expect(
      readNewRuleOptions(['kind-drawn', '--verdict', 'contract']),
    ).toMatchObject({ subject: 'workload', verdict: 'contract' });
  });

  it.each([
    [[], '0 ids are given; it takes one'],
    [['a-b', 'c-d'], '2 ids are given; it takes one'],
    [['volumes'], "'volumes' is no id of a rule"],
    [['VolumesMount'], "'VolumesMount' is no id of a rule"],
    [['volumes--mount'], "'volumes--mount' is no id of a rule"],
    [['../volumes-mount'], 'is no id of a rule'],
    [['label-missing'], "says what is wrong ('missing')"],
    [['a-b', '--verdict', 'both'], "--verdict is 'both'; allowed are"],
    [['claim-kept', '--verdict', 'health'], 'is about a claim'],
  ])('refuses %j and says why', (args, message) => {
    expect(() => readNewRuleOptions(args)).toThrow(message);
  });
});

describe('registerRule', () => {
  it('says so when allRules.ts is not what it knows', () => {
    expect(() =>
      registerRule('export const x = [];', readNewRuleOptions(['a-b'])),
    ).toThrow("allRules.ts has no list 'export const workloadRules");
  });
});

describe('writeNewRule', () => {
  let folder: string;
  let registry: string;

  beforeEach(async () => {
    registry = await readFile(
      join(rootFolder, 'plugins/label-contract-common', registryFile),
      'utf8',
    );
    folder = await mkdtemp(join(tmpdir(), 'new-rule-'));
    await mkdir(join(folder, 'src/rules'), { recursive: true });
    await mkdir(join(folder, 'docs/rules'), { recursive: true });
    await writeFile(join(folder, registryFile), registry);
  });

  afterEach(() => rm(folder, { recursive: true }));

  it.each([
    ['claim-zeal-shown', 'claimZealShown', 'claimRules', 'defineClaimRule'],
    ['all-pods-smile', 'allPodsSmile', 'workloadRules', 'defineWorkloadRule'],
    ['zeal-is-shown', 'zealIsShown', 'workloadRules', 'defineWorkloadRule'],
  ])('writes the files of %s', async (id, name, list, define) => {
    const files = await writeNewRule(readNewRuleOptions([id]), folder);

    expect(files).toEqual([
      `src/rules/${name}.ts`,
      `src/rules/${name}.test.ts`,
      registryFile,
    ]);
    const [rule, test, after] = await Promise.all(
      files.map(file => readFile(join(folder, file), 'utf8')),
    );
    expect(rule).toContain(`export const ${name} = ${define}({\n  id: '${id}'`);
    expect(test).toContain(`describe('${id}'`);

    const added = after
      .split('\n')
      .filter(line => !registry.split('\n').includes(line));
    expect(added).toEqual([
      `import { ${name} } from './${name}';`,
      `  ${name},`,
    ]);
    const listOf = new RegExp(`${list}: [^;]*\\n  ${name},\\n\\];`);
    expect(after).toMatch(listOf);
  });

  it.each(['src/rules/volumesMount.ts', 'docs/rules/volumes-mount.md'])(
    'changes nothing when %s is there',
    async file => {
      await writeFile(join(folder, file), 'mine');

      await expect(
        writeNewRule(readNewRuleOptions(['volumes-mount']), folder),
      ).rejects.toThrow(`'volumes-mount' is taken: ${file} is there`);
      expect(await readFile(join(folder, file), 'utf8')).toBe('mine');
      expect(await readFile(join(folder, registryFile), 'utf8')).toBe(registry);
    },
  );
});
