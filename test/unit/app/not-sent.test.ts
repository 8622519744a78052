import type { Instant } from '@fettle/kernel/time';
import type { Definition } from '@fettle/sla/domain/definition';
import type { Names } from '@fettle/sla/domain/names';
import { thresholdKey } from '@fettle/sla/domain/thresholds';
import { notSent } from '../../../static/app/src/sla/not-sent';
import { texts } from '../../../static/app/src/sla/texts';
import { hostileTexts } from '../../builders/hostile-texts';

const names = { when: () => 'at noon' } as unknown as Names;

const told = (level: string) => {
  const thresholds = [{ level, share: 0.5, actions: [{ kind: 'mail', to: 'lead' }] }];
  const key = `${thresholdKey('7', 'resolution', 1, level)}/0`;
  const step = { state: 'skipped', why: 'nobody', at: 0 as Instant } as const;
  return notSent({ id: 'resolution', thresholds } as unknown as Definition, { [key]: step }, names);
};

test.each(['at-risk', 'breached'])('a mail of the level %s that was not sent is told in words', (level) => {
  expect(told(level)).toEqual([
    `The mail to the lead, ${level.replace('-', ' ')}, at noon: there was nobody to send it to.`,
  ]);
});

test.each([...Object.values(hostileTexts), 'before/lunch', 'toString'])('so is one of a level called %j', (level) => {
  expect(told(level)).toEqual([texts.notSentOf('The mail to the lead', level, 'at noon', texts.notSentWhy.nobody)]);
});
