import { runToEnd } from '@internal/control-plane';
import { gitEnvironment } from './gitEnvironment';

/** Runs git and returns what it prints, without the blanks around it; throws with what it complains about. */
export async function runGit(
  args: string[],
  options: { home: string; folder?: string },
): Promise<string> {
  const { home, folder = home } = options;
  const ended = await runToEnd('git', {
    arguments: args,
    folder,
    environment: gitEnvironment(home),
  });
  if (ended.code !== 0) {
    throw new Error(`git ${args[0]} failed: ${ended.stderr.trim()}`);
  }
  return ended.stdout.trim();
}
