import { ForwardedError, InputError } from '@backstage/errors';
import { reportingErrors } from './reportingErrors';

const stackOf = (error: Error) =>
  reportingErrors(async () => {
    throw error;
  }).catch(({ stack }) => stack);

describe('reportingErrors', () => {
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
});
