import { refusalOfAnswer } from './refusalOfAnswer';

const said = (message: string, details: object = {}) =>
  JSON.stringify({ kind: 'Status', message, details });

describe('refusalOfAnswer', () => {
  it('reads the missing right from a 403 of RBAC', () => {
    expect(
      refusalOfAnswer({
        status: 403,
        body: said(
          'deployments.apps "a" is forbidden: User "u" cannot patch resource "deployments" in API group "apps" in the namespace "n"',
        ),
      }),
    ).toEqual({
      kind: 'right-missing',
      verb: 'patch',
      resource: 'deployments',
      apiGroup: 'apps',
    });
  });

  it('tells a 403 of admission from one of RBAC', () => {
    expect(
      refusalOfAnswer({
        status: 403,
        body: said('services "a" is forbidden: exceeded quota: q'),
      }),
    ).toEqual({
      kind: 'admission-refused',
      message: 'services "a" is forbidden: exceeded quota: q',
    });
  });

  it('recognises a namespace that is being deleted', () => {
    expect(
      refusalOfAnswer({
        status: 403,
        body: said(
          'deployments.apps "a" is forbidden: unable to create new content in namespace n because it is being terminated',
          { name: 'a', causes: [{ reason: 'NamespaceTerminating' }] },
        ),
      }),
    ).toEqual({ kind: 'namespace-terminating', namespace: 'n' });
  });

  it('tells a field that somebody holds from an object that has changed', () => {
    expect(
      refusalOfAnswer({
        status: 409,
        body: said('Apply failed with 1 conflict', {
          causes: [
            {
              reason: 'FieldManagerConflict',
              message: 'conflict with "kubectl-edit" using apps/v1',
              field: '.spec.replicas',
            },
          ],
        }),
      }),
    ).toEqual({
      kind: 'fields-held-by',
      conflicts: [{ field: '.spec.replicas', manager: 'kubectl-edit' }],
    });
    expect(
      refusalOfAnswer({ status: 409, body: said('the object has changed') }),
    ).toEqual({ kind: 'stale' });
  });

  it('takes the words of a proxy that is no API server', () => {
    expect(
      refusalOfAnswer({ status: 502, body: '<html>Bad gateway</html>' }),
    ).toEqual({
      kind: 'other-answer',
      status: 502,
      message: '<html>Bad gateway</html>',
    });
  });

  it.each([undefined, 'null', '[]', { details: { causes: 'x' } }])(
    'survives the body %j',
    body => {
      expect(refusalOfAnswer({ status: 401, body })).toEqual({
        kind: 'credentials-refused',
      });
      expect(refusalOfAnswer({ status: 409, body })).toEqual({ kind: 'stale' });
    },
  );
});
