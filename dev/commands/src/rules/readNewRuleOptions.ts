import { parseArgs } from 'node:util';
import { NewRule } from './NewRule';

const USAGE =
  'Usage: npm run new:rule -- ID, for example npm run new:rule -- label-on-service';

/** Words that say what is wrong. `not` is none of them: see `claim-not-shadowed`. */
const BAD_STATES = [
  ...['absent', 'bad', 'broken', 'conflict', 'conflicts', 'crash', 'crashes'],
  ...['crashing', 'duplicate', 'error', 'errors', 'fail', 'failed', 'failing'],
  ...['fails', 'failure', 'forbidden', 'invalid', 'lacks', 'lost', 'mismatch'],
  ...['misspelt', 'missing', 'refused', 'unknown', 'unreachable', 'wrong'],
];

/** Throws an error that says what was asked, and what an id has to look like. */
export function readNewRuleOptions(args: readonly string[]): NewRule {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { verdict: { type: 'string' } },
    allowPositionals: true,
  });
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) {
    throw new Error(
      `${positionals.length} ids are given; it takes one. ${USAGE}`,
    );
  }

  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
    throw new Error(
      `'${id}' is no id of a rule; one is made of two or more words in kebab case, such as label-on-service`,
    );
  }
  const badState = id.split('-').find(word => BAD_STATES.includes(word));
  if (badState) {
    throw new Error(
      `'${id}' says what is wrong ('${badState}'); an id states the good state, such as label-on-object or container-keeps-running`,
    );
  }

  return {
    id,
    name: id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    subject: id.startsWith('claim-') ? 'claim' : 'workload',
    verdict: readVerdict(id, values.verdict),
  };
}

function readVerdict(id: string, asked?: string): NewRule['verdict'] {
  const isClaim = id.startsWith('claim-');
  if (asked === undefined) {
    return isClaim || id.startsWith('label-') ? 'contract' : 'health';
  }
  if (asked !== 'contract' && asked !== 'health') {
    throw new Error(`--verdict is '${asked}'; allowed are contract and health`);
  }
  if (isClaim && asked === 'health') {
    throw new Error(
      `'${id}' is about a claim, which says nothing of health; leave out --verdict health, or choose an id without 'claim-'`,
    );
  }
  return asked;
}
