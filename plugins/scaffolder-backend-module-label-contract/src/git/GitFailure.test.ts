import { errorOfGit, gitFailureOf } from './GitFailure';

const place = { repoUrl: 'https://git.example.com/a.git', branch: 'main' };

describe('gitFailureOf', () => {
  it.each([
    ['HTTP Error: 401 Unauthorized {data={}}', 'credentials-refused'],
    ['HTTP Error: 403 Forbidden', 'forbidden'],
    ['HTTP Error: 404 Not Found', 'repository-missing'],
    ['Could not find release. {data={"what":"release"}}', 'branch-missing'],
    [
      'Push rejected because it was not a simple fast-forward. Use "force: true" to override.',
      'overtaken',
    ],
    [
      'One or more branches were not updated: \n  - refs/heads/main: failed to update ref',
      'overtaken',
    ],
    [
      'One or more branches were not updated: \n  - refs/heads/main: pre-receive hook declined',
      'refused',
    ],
    ['connect ECONNREFUSED 127.0.0.1:1', 'other'],
  ])('%s', (message, failure) => {
    expect(gitFailureOf(message)).toBe(failure);
  });
});

describe('errorOfGit', () => {
  it('says why a branch was refused', () => {
    expect(
      errorOfGit(
        'One or more branches were not updated: \n  - refs/heads/main: protected branch hook declined {data={"x":1}}',
        place,
      ).message,
    ).toContain(
      'refused the commit on main: refs/heads/main: protected branch hook declined. The branch may be protected',
    );
  });

  it('leaves out what a server sent besides', () => {
    const { message } = errorOfGit(
      'HTTP Error: 500 Oops {data={"response":"<html>a page</html>"}}',
      place,
    );
    expect(message).toContain('(HTTP Error: 500 Oops)');
    expect(message).not.toContain('page');
  });
});
