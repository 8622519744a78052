import { instant } from '@fettle/kernel/time';
import { viewerTime } from '@fettle/sla/domain/viewer-time';
import type { Host } from '../../host';
import { Loaded } from '../../rpc/loaded';
import { useCall } from '../../rpc/use-call';
import { PageFrame } from '../../ui/page-frame';
import { useRefresh } from '../../ui/use-refresh';
import { Evidence } from './evidence';
import styles from './health.module.css';
import { texts } from './texts';
import { Verdict } from './verdict';

const tenSeconds = 10_000;

/** How the app fares: in sentences first, then what they rest on. */
export function HealthPage({ host }: { readonly host: Host }) {
  const health = useCall('health', {});
  const intake = useCall('intakeProgress', {});
  useRefresh(health.again, [], tenSeconds);
  useRefresh(intake.again, [], tenSeconds);
  const progress = intake.answer.state === 'ready' ? intake.answer.value : undefined;
  return (
    <main className={styles.page} aria-label={texts.page}>
      <Loaded of={health} frame={<PageFrame rows={8} />}>
        {(value) => {
          const { when } = viewerTime(host.timeZone, instant(value.now));
          return (
            <>
              <Verdict health={value} intake={progress} when={when} />
              <Evidence
                host={host}
                health={value}
                intake={intake.answer}
                when={when}
                again={() => {
                  health.again();
                  intake.again();
                }}
              />
            </>
          );
        }}
      </Loaded>
    </main>
  );
}
