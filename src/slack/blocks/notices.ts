import { type Inert, mention, mrkdwn } from '../inert.ts';
import type { Post } from './kit.ts';
import { simple } from './links.ts';

/** Words without anything to check. */
export function hint(): Post {
  return simple(
    mrkdwn`Hello! I check suspicious messages. Forward the mail here, drop the .eml file, or paste the text with its link, and I will answer in the thread. Clicked or typed something already? Do not wait for me: call IT or security now.`,
  );
}

/** A mention or shortcut on a post that carries nothing. */
export function nothingToCheck(): Post {
  return simple(
    mrkdwn`I found nothing to check in that. Mention me in the thread of a suspicious message, or send me the message, its link or a file.`,
  );
}

export function emptyForm(): Inert {
  return mrkdwn`Please fill in the text, the link or a file.`;
}

export function couldNotRead(): Post {
  return simple(
    mrkdwn`I cannot read that thread. Please invite me to the channel, or send me the message directly. Until then, do not click anything in it.`,
  );
}

export function received(): Post {
  return simple(
    mrkdwn`Thank you. I am checking it. My answer comes in a moment, in the thread; where I am not in the channel, by direct message. Please do not click or open anything in it.`,
  );
}

/** The same person picked the same post before. */
export function receivedBefore(): Post {
  return simple(
    mrkdwn`You reported this already, thank you. My answer stands in its thread; where I am not in the channel, in our direct messages.`,
  );
}

export function notReviewer(): Post {
  return simple(mrkdwn`Only reviewers of this workspace can do that. Ask whoever runs lurecheck to add you.`);
}

export function reviewersUnknown(): Post {
  return simple(mrkdwn`I could not look up who may review just now. Please try again in a minute.`);
}

export function wasFirst(by: string, you: string): Post {
  return by === you
    ? simple(mrkdwn`You did that already.`)
    : simple(mrkdwn`${mention(by)} was first, so nothing was changed.`);
}

export function gone(): Post {
  return simple(
    mrkdwn`I no longer have this report. If it is about something that happens now, please report it again.`,
  );
}

export function alreadyAsked(): Post {
  return simple(mrkdwn`Security was asked already. You will hear the result in this thread.`);
}

export function asked(): Post {
  return simple(mrkdwn`Thank you. Security was asked to look, and you will hear the result in this thread.`);
}

/** An analyst pressed for what opens pages. */
export function lookAsked(): Post {
  return simple(mrkdwn`I am on it. What comes of it is said in the thread of the card.`);
}

export function lookUnderWay(): Post {
  return simple(
    mrkdwn`That was asked for already, and is under way. What comes of it is said in the thread of the card.`,
  );
}

export function lookOff(): Post {
  return simple(mrkdwn`This is not switched on any more. Whoever runs lurecheck can switch it on.`);
}
