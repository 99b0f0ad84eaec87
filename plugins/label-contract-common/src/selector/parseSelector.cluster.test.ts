// A test may need a real API server where the code itself stays pure.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { ControlPlane, startControlPlane } from '@internal/control-plane';
import { Labels } from '../facts/ObjectFacts';
import { matchesSelector } from './matchesSelector';
import { parseSelector } from './parseSelector';
import { labelSets, selectorTexts } from './selectorCases';

jest.setTimeout(600_000);

const namespace = 'selectors';
const REFUSED = 'refused';
/** kubectl processes at a time. */
const AT_ONCE = 4;

let cluster: ControlPlane;

function configMap(labels: Labels, index: number) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `set-${index}`, namespace, labels },
  };
}

/** Names of the label sets that the API server finds, or that it refuses the selector. */
async function askApiServer(selector: string): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/configmaps?labelSelector=${encodeURIComponent(
    selector,
  )}`;
  try {
    const list = JSON.parse(await cluster.kubectl(['get', '--raw', path]));
    return list.items
      .map(({ metadata }: { metadata: { name: string } }) => metadata.name)
      .filter((name: string) => name.startsWith('set-'))
      .sort()
      .join(' ');
  } catch (error) {
    if (/unable to parse requirement|found '/.test(String(error))) {
      return REFUSED;
    }
    throw error;
  }
}

function askParser(text: string): string {
  const parsed = parseSelector(text);
  if (parsed.kind === 'invalid') {
    return REFUSED;
  }
  return labelSets
    .flatMap((labels, index) =>
      matchesSelector(labels, parsed.selector) ? [`set-${index}`] : [],
    )
    .sort()
    .join(' ');
}

beforeAll(async () => {
  cluster = await startControlPlane();
  await cluster.kubectl(['create', 'namespace', namespace]);
  await cluster.kubectl(['apply', '-f', '-'], {
    input: JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: labelSets.map(configMap),
    }),
  });
}, 600_000);

afterAll(async () => {
  await cluster?.stop();
});

describe('parseSelector and matchesSelector', () => {
  it(`agree with the API server about all of ${selectorTexts.length} selectors`, async () => {
    const differences: unknown[] = [];
    const answers = { found: 0, nothing: 0, refused: 0 };
    const left = [...selectorTexts];

    const work = async () => {
      for (let text = left.pop(); text !== undefined; text = left.pop()) {
        const apiServer = await askApiServer(text);
        const parser = askParser(text);
        if (apiServer === REFUSED) {
          answers.refused += 1;
        } else {
          answers[apiServer === '' ? 'nothing' : 'found'] += 1;
        }
        if (apiServer !== parser) {
          differences.push({ text, apiServer, parser });
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));

    expect(differences).toEqual([]);
    // Else the table would prove nothing.
    expect(answers.refused).toBeGreaterThan(50);
    expect(answers.found).toBeGreaterThan(200);
    expect(answers.nothing).toBeGreaterThan(20);
  });
});
