import { randomBytes } from 'node:crypto';
import { appSees } from '../files.ts';
import type { FakeUser, Json } from '../types.ts';
import { changed, userOf, type World } from '../world.ts';
import { ApiError, type Args, existingPost, flag, joinedChannel, type Method, required } from './method.ts';

function userJson(world: World, user: FakeUser, locale: boolean): Record<string, Json> {
  const bot = user.role === 'bot';
  return {
    id: user.id,
    team_id: world.options.team.id,
    name: user.name,
    real_name: user.realName,
    deleted: false,
    is_bot: bot,
    is_app_user: false,
    is_restricted: user.role === 'guest',
    is_ultra_restricted: false,
    tz: 'Europe/London',
    profile: { real_name: user.realName, display_name: user.name, team: world.options.team.id },
    ...(locale ? { locale: user.locale } : {}),
  };
}

function react(world: World, args: Args, add: boolean): Args {
  const channel = joinedChannel(world, required(args, 'channel'));
  const post = existingPost(world, channel.id, required(args, 'timestamp'));
  const name = required(args, 'name');
  if (!/^[\w+'-]{1,100}$/.test(name)) throw new ApiError('invalid_name');
  const bot = world.options.bot.userId;
  const there = post.reactions.find((reaction) => reaction.name === name);
  if (add) {
    if (there?.users.includes(bot)) throw new ApiError('already_reacted');
    if (there) there.users.push(bot);
    else post.reactions.push({ name, users: [bot] });
  } else {
    if (!there?.users.includes(bot)) throw new ApiError('no_reaction');
    there.users = there.users.filter((id) => id !== bot);
    post.reactions = post.reactions.filter((reaction) => reaction.users.length > 0);
  }
  changed(world);
  return {};
}

const REACTION = ['channel', 'name', 'timestamp'];

/** Methods about people, files, reactions and the app itself. */
export const PEOPLE: Record<string, Method> = {
  'api.test': { args: ['error', 'foo'], run: (_, args) => ({ args }) },
  'auth.test': {
    args: [],
    run({ options: { team, bot } }) {
      return {
        url: `https://${team.domain}.slack.com/`,
        team: team.name,
        user: bot.name,
        team_id: team.id,
        user_id: bot.userId,
        bot_id: bot.botId,
        is_enterprise_install: false,
      };
    },
  },
  'apps.connections.open': {
    args: [],
    token: 'app',
    run(world) {
      const ticket = randomBytes(16).toString('hex');
      world.tickets.add(ticket);
      return { url: `${world.origin.replace('http', 'ws')}/link?ticket=${ticket}&app_id=${world.options.bot.appId}` };
    },
  },
  'team.info': {
    args: ['team', 'domain'],
    scopes: ['team:read'],
    run: ({ options: { team } }) => ({ team: { id: team.id, name: team.name, domain: team.domain } }),
  },
  'users.info': {
    args: ['user', 'include_locale'],
    scopes: ['users:read'],
    run(world, args) {
      const user = userOf(world, required(args, 'user'));
      if (!user) throw new ApiError('user_not_found');
      return { user: userJson(world, user, flag(args.include_locale)) };
    },
  },
  'usergroups.users.list': {
    args: ['usergroup', 'include_disabled', 'team_id'],
    scopes: ['usergroups:read'],
    run(world, args) {
      const group = world.options.userGroups?.find(({ id }) => id === required(args, 'usergroup'));
      if (!group) throw new ApiError('no_such_subteam');
      return { users: group.users };
    },
  },
  'files.info': {
    args: ['file', 'count', 'cursor', 'limit', 'page'],
    scopes: ['files:read'],
    run(world, args) {
      const file = world.files.get(required(args, 'file'));
      if (!file || !appSees(world, file)) throw new ApiError('file_not_found');
      return { file: file.object };
    },
  },
  'reactions.add': { args: REACTION, scopes: ['reactions:write'], run: (world, args) => react(world, args, true) },
  'reactions.remove': { args: REACTION, scopes: ['reactions:write'], run: (world, args) => react(world, args, false) },
};
