import { instant } from '@fettle/kernel/time';
import { appearances } from '@fettle/sla/domain/presentation';
import { useState } from 'react';
import type { Host } from '../host';
import { openIssues, PlaceLink } from '../jira/issues-link';
import type { Output } from '../rpc/rpc';
import { StateLozenge } from '../sla/state-lozenge';
import { Notice } from '../ui/notice';
import { PageFrame } from '../ui/page-frame';
import { Unfold } from '../ui/unfold';
import { useRefresh } from '../ui/use-refresh';
import styles from './gadget.module.css';
import type { GadgetSettings } from './gadget-settings';
import { endedOf, metShare, monthIn, type NumberName, type Numbers, numberNames, queriesOf } from './numbers';
import { texts } from './texts';
import { useNumbers } from './use-numbers';

interface GadgetProps {
  readonly host: Host;
  readonly overview: Output<'serviceLevelOverview'>;
  readonly settings: GadgetSettings;
}

const told = ['JIRA_DASHBOARD_GADGET_REFRESH', 'JIRA_ISSUE_CHANGED'];
const fiveMinutes = 300_000;

/** Three numbers about one service level, each with the query it is counted by. */
export function Gadget({ host, overview: { now, definitions }, settings }: GadgetProps) {
  const definition = definitions.find(({ id }) => id === settings.definitionId) ?? definitions[0];
  const queries = queriesOf(settings, definition?.slot ?? 0, monthIn(instant(now), host.timeZone));
  const { numbers, failure, again } = useNumbers(queries);
  useRefresh(again, told, fiveMinutes);

  return (
    <div className={styles.gadget}>
      {settings.title && <h2 className={styles.title}>{settings.title}</h2>}
      <p className={styles.of}>{texts.of(definition?.name ?? '', settings.projects.join(', ') || texts.allProjects)}</p>
      {failure !== undefined && <Trouble words={failure} isStale={numbers !== undefined} again={again} />}
      {!numbers && failure === undefined && <PageFrame rows={1} />}
      {numbers && !failure && <Counted numbers={numbers} queries={queries} period={settings.period} />}
    </div>
  );
}

interface TroubleProps {
  /** Jira's, where it refuses to count. */
  readonly words: string;
  readonly isStale: boolean;
  readonly again: () => void;
}

function Trouble({ words, isStale, again }: TroubleProps) {
  if (words)
    return (
      <Notice tone="information" title={texts.notForYou}>
        {words}
      </Notice>
    );
  return (
    <Notice
      tone={isStale ? 'warning' : 'error'}
      title={isStale ? texts.stale : texts.failed}
      action={{ label: texts.tryAgain, act: again }}
    >
      {texts.nothingLost}
    </Notice>
  );
}

const looks = { met: appearances.met, breached: appearances.breached, openBreached: appearances.breached };

interface CountedProps {
  readonly numbers: Numbers;
  readonly queries: Readonly<Record<NumberName, string>>;
  readonly period: GadgetSettings['period'];
}

function Counted({ numbers, queries, period }: CountedProps) {
  const [unfolded, setUnfolded] = useState(false);
  const share = metShare(numbers);
  const within = texts.within(period);
  return (
    <>
      <h3 className={styles.answer}>
        {share === undefined ? (
          texts.noneEnded(within)
        ) : (
          <PlaceLink onOpen={() => openIssues(endedOf(queries))}>
            {texts.answer(share, numbers.met + numbers.breached, within)}
          </PlaceLink>
        )}
      </h3>
      <ul className={styles.numbers}>
        {numberNames.map((name) => (
          <li key={name} className={styles.number}>
            <span className={styles.figure}>
              <PlaceLink
                onOpen={() => openIssues(queries[name])}
                title={texts.leads(numbers[name], texts.numbers[name])}
              >
                {numbers[name]}
              </PlaceLink>
            </span>
            <StateLozenge appearance={looks[name]} />
            <span className={styles.what}>{texts.numbers[name]}</span>
          </li>
        ))}
      </ul>
      <Unfold
        isUnfolded={unfolded}
        onToggle={() => setUnfolded(!unfolded)}
        words={texts.why}
        isSmall
        className={styles.why}
      />
      {unfolded && (
        <div className={styles.queries}>
          <p>{texts.whyText}</p>
          <dl>
            {numberNames.map((name) => (
              <div key={name}>
                <dt>
                  {numbers[name]} {texts.numbers[name]}
                </dt>
                <dd>
                  <code>{queries[name]}</code>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </>
  );
}
