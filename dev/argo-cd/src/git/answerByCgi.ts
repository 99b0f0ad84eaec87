import { spawn, type ChildProcess } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseCgiHead } from './parseCgiHead';

const endOfHead = /\r?\n\r?\n/;

/**
 * Lets a CGI program (RFC 3875) answer a request: the request's body is its standard input, and what it prints is
 * the answer. A program that prints no answer is an answer 500.
 */
export function answerByCgi(options: {
  request: IncomingMessage;
  response: ServerResponse;
  command: readonly [string, ...string[]];
  environment: NodeJS.ProcessEnv;
}): ChildProcess {
  const { request, response, command, environment } = options;
  const [file, ...args] = command;
  const child = spawn(file, args, {
    env: environment,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // A program that answers without having read everything closes the pipe.
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);

  let early: Buffer | undefined = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (!early) {
      response.write(chunk);
      return;
    }
    early = Buffer.concat([early, chunk]);
    // Each byte one character, so that places in the text are places in the bytes.
    const text = early.toString('latin1');
    const end = endOfHead.exec(text);
    if (end) {
      const { status, headers } = parseCgiHead(text.slice(0, end.index));
      response.writeHead(status, headers);
      response.write(early.subarray(end.index + end[0].length));
      early = undefined;
    }
  });
  const finish = () => {
    if (early && !response.headersSent) {
      response.writeHead(500);
    }
    response.end();
  };
  child.on('close', finish);
  child.on('error', finish);
  response.on('close', () => child.kill());
  return child;
}
