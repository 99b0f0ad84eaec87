import * as fc from 'fast-check';
import { parse } from 'yaml';
import { toYaml, YamlValue } from './toYaml';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(...['no', 'y', 'null', 'true', '~', '1.10', '0x1F', '-']),
  fc.constantFrom(
    ...['it\'s: "x" #', '{', '- a', '2026-01-01', '\u0085\ufeff'],
  ),
);

const { anyValue } = fc.letrec<{ anyValue: YamlValue }>(tie => ({
  anyValue: fc.oneof(
    { depthSize: 'small' },
    anyText,
    fc.constant(null),
    fc.array(tie('anyValue'), { maxLength: 3 }),
    fc.dictionary(anyText, tie('anyValue'), { maxKeys: 3 }),
  ),
}));

describe('toYaml', () => {
  it.each(['1.1', '1.2'] as const)(
    'is read as what it was made of, by YAML %s',
    version => {
      const anyLists = fc.constantFrom('block' as const, 'inline' as const);
      fc.assert(
        fc.property(anyValue, anyLists, (value, lists) => {
          const yaml = toYaml(value, { lists });
          expect(parse(yaml, { version, merge: false })).toEqual(value);
        }),
      );
    },
  );

  it('writes a list of strings in one line where asked to', () => {
    expect(
      toYaml([{ apiGroups: [''], verbs: ['get', 'list'] }, ['a', ['b']]], {
        lists: 'inline',
      }),
    ).toBe(
      [
        '- apiGroups: [""]',
        '  verbs: ["get", "list"]',
        '- - "a"',
        '  - ["b"]',
      ].join('\n'),
    );
  });

  it('is what a person would write, with every value quoted', () => {
    expect(
      toYaml({
        kind: 'Role',
        rules: [{ apiGroups: [''], verbs: ['get', 'list'] }],
        metadata: { labels: { 'example.com/id': 'no', y: '1.10' } },
        left: undefined,
      }),
    ).toBe(
      [
        'kind: "Role"',
        'rules:',
        '  - apiGroups:',
        '      - ""',
        '    verbs:',
        '      - "get"',
        '      - "list"',
        'metadata:',
        '  labels:',
        '    example.com/id: "no"',
        '    "y": "1.10"',
      ].join('\n'),
    );
  });
});
