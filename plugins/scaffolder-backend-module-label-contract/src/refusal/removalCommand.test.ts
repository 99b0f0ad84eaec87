import type { ObjectName } from '../objects/ObjectName';
import { removalCommand } from './removalCommand';

const inA = (kind: ObjectName['kind'], name: string): ObjectName => ({
  kind,
  name,
  namespace: 'a',
});

describe('removalCommand', () => {
  it.each<[string | undefined, ObjectName[]]>([
    [undefined, []],
    ['kubectl delete deployment x -n a', [inA('Deployment', 'x')]],
    [
      'kubectl delete deployment/x service/x -n a',
      [inA('Deployment', 'x'), inA('Service', 'x')],
    ],
    [
      'kubectl delete namespace a',
      [{ kind: 'Namespace', name: 'a' }, inA('ResourceQuota', 'q')],
    ],
    [
      'kubectl delete application x -n argocd; kubectl delete service x -n a',
      [
        { kind: 'Application', name: 'x', namespace: 'argocd' },
        inA('Service', 'x'),
      ],
    ],
  ])('%s', (command, objects) => {
    expect(removalCommand(objects)).toBe(command);
  });
});
