import { renderConfigFix } from './renderConfigFix';

describe('renderConfigFix', () => {
  it('adds an element where the setting is a list', () => {
    expect(
      renderConfigFix({
        kind: 'edit-config',
        path: 'kubernetes.objectTypes',
        value: 'cronjobs',
      }),
    ).toBe('kubernetes:\n  objectTypes:\n    - "cronjobs"');
  });

  it('sets the value where it is none', () => {
    expect(
      renderConfigFix({
        kind: 'edit-config',
        path: 'kubernetes.apiVersionOverrides',
        value: { cronjobs: 'v1beta1' },
      }),
    ).toBe('kubernetes:\n  apiVersionOverrides:\n    cronjobs: "v1beta1"');
  });
});
