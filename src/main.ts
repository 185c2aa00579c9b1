/** `npm start`: the bot, or the local workspace when there are no Slack tokens. */
import { type Config, connectionOf, loadDotEnv, readConfig } from './config.ts';
import { reasonOf, SetupError } from './errors.ts';
import { startBot } from './slack/bot.ts';

try {
  loadDotEnv();
  const config = readConfig();
  const running = connectionOf(config).mode === 'none' ? await startLocal(config) : await startBot(config);
  stopOnSignal(running);
} catch (error) {
  console.error(error instanceof SetupError ? error.message : `lurecheck could not start: ${reasonOf(error)}`);
  process.exitCode = 1;
}

/** The page's packages are dev dependencies: a production install does not have them. */
async function startLocal(config: Config): Promise<{ stop(): Promise<void> }> {
  let module: typeof import('./playground/start.ts');
  try {
    module = await import('./playground/start.ts');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new SetupError(
      'There are no Slack tokens, and the local workspace is not part of a production install.\nSet SLACK_BOT_TOKEN with SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP), and SECURITY_CHANNEL: see .env.example.\nTo try lurecheck without Slack, install with "npm ci" (dev dependencies included) and start again.',
    );
  }
  const playground = await module.startPlayground(config);
  console.log(
    `\nlurecheck runs in a local workspace, not in Slack. Open:\n\n    ${playground.url}\n\nTo connect it to Slack, set the variables of .env.example.\n`,
  );
  return playground;
}

function stopOnSignal(running: { stop(): Promise<void> }): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(`lurecheck did not stop cleanly: ${reasonOf(error)}`);
          process.exit(1);
        },
      );
    });
  }
}
