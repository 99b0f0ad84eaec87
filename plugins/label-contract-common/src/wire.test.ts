import { entityReportPath } from './wire';

describe('entityReportPath', () => {
  it('escapes each part', () => {
    expect(
      entityReportPath({ kind: 'Component', namespace: 'a b', name: 'x/y' }),
    ).toBe('/reports/entities/Component/a%20b/x%2Fy');
  });
});
