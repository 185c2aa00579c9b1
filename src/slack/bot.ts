import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { App, HTTPReceiver, type Logger, type Receiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Assessor } from '../assess.ts';
import type { Look } from '../case.ts';
import { feedUpdater, feedWarnings, startFeedUpdates } from '../cases/feed-updates.ts';
import type { House } from '../cases/house.ts';
import { startHousekeeping } from '../cases/housekeeping.ts';
import type { Looks } from '../cases/look.ts';
import { type RunnerOptions, startRunner } from '../cases/runner.ts';
import { openTurns } from '../cases/turns.ts';
import { CHECKS } from '../checks/index.ts';
import { lureFinder } from '../checks/lures.ts';
import { settingsOf } from '../config/services.ts';
import { type Config, type Connection, connectionOf, feedHeaders, organisationOf } from '../config.ts';
import { loadLists, loadRegistries, loadScoring } from '../data/load.ts';
import { reasonOf, SetupError } from '../errors.ts';
import { type Authentication, openAuthentication } from '../intel/authentication.ts';
import { openDns } from '../intel/dns.ts';
import { openExpander } from '../intel/expand/expand.ts';
import { openFeeds } from '../intel/feeds/ask-feeds.ts';
import { openGather } from '../intel/gather.ts';
import { openProviders } from '../intel/providers.ts';
import { urlscanScanner } from '../intel/scan.ts';
import { openServices } from '../intel/services.ts';
import { listSources } from '../intel/sources.ts';
import { openReader } from '../parse/pool.ts';
import { openStores } from '../store/open.ts';
import type { Stores } from '../store/stores.ts';
import type { Surroundings } from './arrivals.ts';
import { openSlackDesk } from './desk.ts';
import { listenToReporters, listenToReviewers } from './listeners/actions.ts';
import { listenToCommand } from './listeners/command.ts';
import { listenToEvents } from './listeners/events.ts';
import type { Shell } from './listeners/shell.ts';
import { listenToShortcuts } from './listeners/shortcuts.ts';
import { boltLogger, openLog } from './log.ts';
import { ackAfterListeners } from './receiver.ts';
import { openReviewers } from './reviewers.ts';
import { type Identity, identify, tellSetupFault, warnOfClosedChannels } from './setup.ts';
import { openClient } from './web-client.ts';

export interface RunningBot {
  /** Where it listens in HTTP mode. */
  port?: number;
  stop(): Promise<void>;
}

/**
 * Wires everything and connects to Slack. Throws SetupError for what whoever runs it can mend. `open` is for tests that
 * watch or break the store.
 */
export async function startBot(
  config: Config,
  options: { runner?: RunnerOptions; open?: typeof openStores } = {},
): Promise<RunningBot> {
  const connection = connectionOf(config);
  if (connection.mode === 'none') throw new SetupError('SLACK_BOT_TOKEN is missing: see .env.example.');
  const log = openLog(config.LOG_LEVEL);
  const logger = boltLogger(log);
  const client = openClient(connection.botToken, config.SLACK_API_URL, logger);
  const identity = await identify(client, config);

  const providers = openProviders(settingsOf(config), loadRegistries);
  const stores = await (options.open ?? openStores)(config.STATE_URL);
  const reader = openReader();
  const lists = loadLists();
  const knowledge: Assessor['knowledge'] = { lists, organisation: organisationOf(config) };
  const authentication: Authentication | undefined =
    config.DNS_LOOKUPS === 'on'
      ? openAuthentication({
          lookup: openDns(stores.cache('dns')),
          organisation: knowledge.organisation,
          warn: (fields, message) => log.warn(fields, message),
        })
      : undefined;
  const expander =
    config.EXPAND_LINKS === 'off'
      ? undefined
      : openExpander({
          lookup: openDns(stores.cache('dns')),
          knowledge,
          cache: stores.cache('links'),
          onBug: (error) => log.error({ reason: reasonOf(error) }, 'a fault in following a link'),
        });
  const looks: Looks = {
    ...(expander && { expand: (evidence) => expander.expand(evidence, 'all') }),
    ...(config.URLSCAN_SUBMIT === 'press' &&
      config.URLSCAN_API_KEY && {
        scan: urlscanScanner(config.URLSCAN_API_KEY, knowledge, { base: config.SERVICE_URLS.urlscan }),
      }),
  };
  const services = openServices({
    providers,
    knowledge,
    cache: stores.cache('answers'),
    notes: stores.cache('services'),
    onBug: (provider, error) => log.error({ provider, reason: reasonOf(error) }, 'a fault in asking a service'),
  });
  const assessor: Assessor = {
    read: (specimens) => reader.read(specimens),
    gather: openGather(
      (observables) => stores.indicators.find(identity.team, observables),
      services,
      openFeeds(stores.feeds, { siteHosts: lists.siteHosts }),
    ),
    ...(authentication && { authenticate: authentication.authenticate }),
    ...(expander &&
      config.EXPAND_LINKS === 'shorteners' && { expand: (evidence) => expander.expand(evidence, 'shorteners') }),
    checks: CHECKS,
    knowledge,
    scoring: loadScoring(),
  };
  const sentences = new Map(CHECKS.map(({ id, explain }) => [id, explain]));
  const desk = openSlackDesk({
    answers: client,
    security: openClient(connection.botToken, config.SLACK_API_URL, logger),
    securityChannel: config.SECURITY_CHANNEL,
    workspace: identity.workspace,
    reports: stores.reports,
    sentences,
    files: {
      token: connection.botToken,
      apiOrigin: config.SLACK_API_URL && new URL(config.SLACK_API_URL).origin,
      fileInfo: async (file) => (await client.files.info({ file })).file,
      warn: (fields, message) => log.warn(fields, message),
    },
    looks: (Object.keys(looks) as Look[]).sort(),
    log: (fields, message) => log.warn(fields, message),
  });
  const house: House = {
    stores,
    desk,
    assessor,
    log,
    looks,
    turns: openTurns(4 * availableParallelism()),
    wake: () => runner.wake(),
  };
  const runner = startRunner(house, options.runner);
  const stopHousekeeping = startHousekeeping(stores, config.RETENTION_DAYS, log);
  const stopFeeds = startFeedUpdates(
    stores.feeds,
    feedUpdater(stores.feeds, { url: config.STATE_URL, headers: (feed) => feedHeaders(config, feed) }),
    log,
  );
  const inner = innerReceiver(connection, config, logger, stores);
  const receiver = ackAfterListeners(inner);
  const stop = async (): Promise<void> => {
    await receiver
      .stop()
      .catch((error: unknown) => log.warn({ reason: reasonOf(error) }, 'the connection was not closed cleanly'));
    stopHousekeeping();
    // Together: the runner must not take another job while an update is cut off.
    await Promise.all([stopFeeds(), runner.stop()]);
    // The store first: work that was handed back must not record what it makes of a reader that closes under its hands.
    await stores.close();
    await authentication?.close();
    await reader.close();
  };

  try {
    const app = openApp(receiver, connection.botToken, identity, config, logger);
    const hasLure = lureFinder(lists.lures);
    const around: Surroundings = {
      team: identity.team,
      bot: identity.botUser,
      reportChannels: new Set(config.REPORT_CHANNELS),
      hasLure: (text) => hasLure(text).length > 0,
    };
    const reviewers = openReviewers(client, {
      team: identity.team,
      reviewers: config.REVIEWERS,
      securityChannel: config.SECURITY_CHANNEL,
      cache: stores.cache('reviewers'),
    });
    const sources = () => listSources(stores.feeds, services);
    listen(app, { house, around, reviewers, client, sentences, sources });
    app.error(async (error) => {
      log.error({ reason: reasonOf(error.original ?? error) }, 'a listener failed');
      // Rejecting keeps the event unacknowledged, so that Slack delivers it again.
      throw error;
    });
    await app.init();
    const server: Server | undefined = await app.start({ port: config.PORT, host: config.HOST });
    const port = connection.mode === 'http' ? (server?.address() as AddressInfo | null)?.port : undefined;
    log.info({ mode: connection.mode, port, team: identity.team }, 'lurecheck is connected');
    void warnOfClosedChannels(client, config, log);
    return { port, stop };
  } catch (error) {
    await stop();
    throw tellSetupFault(error, config, connection.mode);
  }
}

function listen(app: App, shell: Shell): void {
  listenToEvents(app, shell);
  listenToShortcuts(app, shell);
  listenToCommand(app, shell);
  listenToReporters(app, shell);
  listenToReviewers(app, shell);
}

function openApp(receiver: Receiver, token: string, identity: Identity, config: Config, logger: Logger): App {
  return new App({
    receiver,
    token,
    // Known from `identify`: otherwise Bolt would ask Slack again, for every event.
    botId: identity.botId,
    botUserId: identity.botUser,
    tokenVerificationEnabled: false,
    convoStore: false,
    deferInitialization: true,
    logger,
    // Never `headers` in here: the client writes the token into that shared object.
    clientOptions: clientOptions(config),
  });
}

function clientOptions(config: Config): webApi.WebClientOptions {
  return {
    ...(config.SLACK_API_URL && { slackApiUrl: config.SLACK_API_URL }),
    retryConfig: { retries: 2 },
    timeout: 10_000,
  };
}

function innerReceiver(
  connection: Exclude<Connection, { mode: 'none' }>,
  config: Config,
  logger: Logger,
  stores: Stores,
): Receiver {
  if (connection.mode === 'socket') {
    return new SocketModeReceiver({
      appToken: connection.appToken,
      logger,
      installerOptions: { clientOptions: clientOptions(config) },
    });
  }
  return new HTTPReceiver({
    signingSecret: connection.signingSecret,
    logger,
    customRoutes: [
      {
        path: '/health',
        method: 'GET',
        handler: (_, response) => {
          Promise.all([stores.jobs.counts(), feedWarnings(stores.feeds)]).then(
            ([jobs, warnings]) =>
              response
                .writeHead(200, { 'content-type': 'application/json' })
                .end(JSON.stringify({ ok: true, jobs, warnings })),
            () => response.writeHead(503).end(),
          );
        },
      },
    ],
  });
}
