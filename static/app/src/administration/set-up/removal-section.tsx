import Button from '@atlaskit/button/new';
import type { RemovalOffer } from '@fettle/set-up/contract';
import { useState } from 'react';
import { Loaded } from '../../rpc/loaded';
import { ask } from '../../rpc/rpc';
import { useCall } from '../../rpc/use-call';
import { PageFrame } from '../../ui/page-frame';
import { ExportButton } from './export-button';
import styles from './set-up.module.css';
import { texts } from './texts';

/** What the app made on the site, each to be taken away where nobody uses it. */
export function RemovalSection() {
  const [isShown, setShown] = useState(false);
  return (
    <section aria-label={texts.removal.title}>
      <h3 className={styles.group}>{texts.removal.title}</h3>
      <p className={styles.why}>
        {texts.removal.help} {texts.removal.stays}
      </p>
      <p className={styles.actions}>
        <ExportButton />
        {!isShown && <Button onClick={() => setShown(true)}>{texts.removal.show}</Button>}
      </p>
      {isShown && <Made />}
    </section>
  );
}

function Made() {
  const removal = useCall('planRemoval', {});
  return (
    <Loaded of={removal} frame={<PageFrame rows={4} />}>
      {({ made }) =>
        made.length === 0 ? (
          <p>{texts.removal.none}</p>
        ) : (
          <ul className={styles.rows}>
            {made.map((offer) => (
              <MadeRow key={`${offer.kind} ${offer.id}`} offer={offer} onRemoved={removal.again} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function MadeRow({ offer, onRemoved }: { readonly offer: RemovalOffer; readonly onRemoved: () => void }) {
  const [told, setTold] = useState<string>();
  const { kind, id, name, uses } = offer;
  const remove = async () => {
    const reply = await ask('removeMade', { kind, id }).catch(() => undefined);
    if (reply?.ok && reply.value.outcome === 'refused') setTold(texts.removal.refused(reply.value.words ?? ''));
    else if (reply && !reply.ok) setTold(texts.removal.busy);
    else onRemoved();
  };
  return (
    <li className={styles.row}>
      <span className={styles.verdict}>{texts.removal.kinds[kind]}</span>
      <span className={styles.what}>
        <strong>{name}</strong>
        <span className={styles.why}>{told ?? texts.removal.uses(uses)}</span>
      </span>
      <Button isDisabled={uses !== 0} onClick={() => void remove()} aria-label={texts.removal.removeOf(name)}>
        {texts.removal.remove}
      </Button>
    </li>
  );
}
