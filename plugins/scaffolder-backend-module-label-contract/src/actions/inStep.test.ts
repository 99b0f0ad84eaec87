import { ForwardedError, InputError } from '@backstage/errors';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { inStep, StepOfRun } from './inStep';

const contextWith = (
  input: { dryRun?: boolean },
  more: { isDryRun?: boolean; signal?: AbortSignal } = {},
) => ({ ...createMockActionContext({ input }), ...more });

const stackOf = (error: Error, signal?: AbortSignal) =>
  inStep(contextWith({}, { signal }), async () => {
    throw error;
  }).catch(({ stack }) => stack);

describe('the frame of an action', () => {
  it('leaves the sentence of an error that was foreseen', async () => {
    await expect(stackOf(new InputError('no such field'))).resolves.toBe(
      'InputError: no such field',
    );
  });

  it.each([
    new TypeError('x is not a function'),
    new ForwardedError('Nothing was written.', new TypeError('x')),
  ])('keeps the trace of a surprise', async error => {
    await expect(stackOf(error)).resolves.toMatch(/\n +at /);
  });

  it('says that the task was cancelled, and not how a wait ends', async () => {
    const signal = AbortSignal.abort();
    await expect(stackOf(signal.reason, signal)).resolves.toMatch(
      /^StepFailedError: The task was cancelled\./,
    );
  });

  it.each([
    [true, { dryRun: true }, false],
    [true, { dryRun: false }, true],
    [false, { dryRun: false }, false],
    [false, {}, undefined],
  ])(
    'plans: %s, with %o and a dry run: %s',
    async (planned, input, isDryRun) => {
      const steps: StepOfRun[] = [];
      await inStep(contextWith(input, { isDryRun }), async step => {
        steps.push(step);
      });
      expect(steps.map(({ dryRun }) => dryRun)).toEqual([planned]);
    },
  );
});
