import { dependencyOfLogLines } from '../dependencyOfLogLines';
import { clientMessages } from './clientMessages';
import { symptoms } from './symptoms';

describe('clientMessages', () => {
  it.each(clientMessages.map(message => [message.name, message] as const))(
    'reads %s',
    (_, { pattern, example }) => {
      const { text, problem, ...target } = example;

      expect(text).toMatch(pattern);
      expect(dependencyOfLogLines([text])).toEqual({
        kind: 'dependency',
        target,
        problem,
        line: text.trim(),
      });
    },
  );

  it('has one name for each', () => {
    const names = [...clientMessages, ...symptoms].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('symptoms', () => {
  it.each(symptoms.map(symptom => [symptom.name, symptom] as const))(
    'reads %s, and that it names no host',
    (_, { pattern, problem, example }) => {
      expect(example).toMatch(pattern);
      expect(
        symptoms.find(symptom => symptom.pattern.test(example))?.problem,
      ).toBe(problem);
      expect(dependencyOfLogLines([example])).toEqual({
        kind: 'not-understood',
        line: example,
      });
    },
  );
});
