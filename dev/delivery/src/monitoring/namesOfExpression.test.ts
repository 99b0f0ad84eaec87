import { namesOfExpression } from './namesOfExpression';

describe('namesOfExpression', () => {
  it('finds metrics and labels wherever they are named', () => {
    expect(
      namesOfExpression(
        'max by (team) (broken{state="dark"} > 0) unless on (cluster) (age == 1) or rate(calls_total[5m])',
      ),
    ).toEqual({
      metrics: ['broken', 'age', 'calls_total'],
      labels: ['team', 'state', 'cluster'],
    });
  });

  it.each(['sum(', 'max by (a b) (c)', 'rate(calls_total[5 minutes])'])(
    'refuses what is no PromQL: %s',
    expression => {
      expect(() => namesOfExpression(expression)).toThrow(
        `'${expression}' is no PromQL, from character`,
      );
    },
  );
});
