import { Fleet } from '../fleet/Fleet';
import { workshopFleet } from '../fleet/workshopFleet';
import { createRandom } from '../fleet/createRandom';
import { labelMutations } from '../mutations/labelMutations';
import { Mutated } from '../mutations/Mutation';
import { breakOnce } from './breakFleet';
import { evaluateFleet } from './evaluateFleet';
import { isRight, judgeFleet } from './judgeFleet';

const ticket1 = brokenIn(labelMutations[0].name);

function brokenIn(name: string): Mutated {
  const mutation = labelMutations.find(each => each.name === name);
  const broken =
    mutation &&
    breakOnce({ fleet: workshopFleet(), mutation, random: createRandom(1) });
  if (!broken) {
    throw new Error(`The workshop has no target for ${name}`);
  }
  return broken;
}

/** What is judged of the findings in a fleet, against some truth. */
function judge(fleet: Fleet, expected: Mutated['expected']) {
  const judgement = judgeFleet({ fleet, expected }, evaluateFleet(fleet));
  return {
    outcomes: judgement.outcomes.map(outcome => ({
      expected: outcome.expected?.rule,
      found: outcome.found?.rule,
      isRight: isRight(outcome),
    })),
    wrongVerdicts: judgement.wrongVerdicts.length,
  };
}

describe('judgeFleet', () => {
  it('is content where what was broken is found', () => {
    expect(judge(ticket1.fleet, ticket1.expected)).toEqual({
      outcomes: [
        {
          expected: 'label-matches-claim',
          found: 'label-matches-claim',
          isRight: true,
        },
      ],
      wrongVerdicts: 0,
    });
  });

  it('counts what is not found, and the verdict that is wrong for it', () => {
    expect(judge(workshopFleet(), ticket1.expected)).toEqual({
      outcomes: [
        { expected: 'label-matches-claim', found: undefined, isRight: false },
      ],
      wrongVerdicts: 1,
    });
  });

  it('counts what is found for nothing', () => {
    expect(judge(ticket1.fleet, [])).toEqual({
      outcomes: [
        { expected: undefined, found: 'label-matches-claim', isRight: false },
      ],
      wrongVerdicts: 1,
    });
  });

  it.each([
    ['rule', { rule: 'label-on-object' }],
    ['grade', { evidence: 'strong' as const }],
    ['severity', { severity: 'warning' as const }],
    ['owner', { owner: 'catalog' as const }],
  ])('does not take another %s for the right one', (_, difference) => {
    const expected = ticket1.expected.map(each => ({ ...each, ...difference }));
    expect(judge(ticket1.fleet, expected).outcomes).toMatchObject([
      { found: 'label-matches-claim', isRight: false },
    ]);
  });
});
