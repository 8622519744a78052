import Button from '@atlaskit/button/new';
import type { ExportPage, ExportPlace } from '@fettle/set-up/contract';
import { useState } from 'react';
import { ask } from '../../rpc/rpc';
import { texts } from './texts';

type Exporting = { readonly state: 'idle' | 'failed' } | { readonly state: 'running' | 'done'; readonly count: number };

/** Saves everything the app keeps as one file, and tells when it is saved. */
export function ExportButton({ onExported }: { readonly onExported: () => void }) {
  const [exporting, setExporting] = useState<Exporting>({ state: 'idle' });
  const start = async () => {
    setExporting({ state: 'running', count: 0 });
    const rows = await allRows((count) => setExporting({ state: 'running', count }));
    if (rows) saveAs('fettle-export.json', JSON.stringify(rows, null, 2));
    setExporting(rows ? { state: 'done', count: rows.length } : { state: 'failed' });
    if (rows) onExported();
  };
  return (
    <>
      <Button isLoading={exporting.state === 'running'} onClick={() => void start()}>
        {texts.removal.export}
      </Button>
      <span role="status">{toldOf(exporting)}</span>
    </>
  );
}

function toldOf(exporting: Exporting): string {
  switch (exporting.state) {
    case 'idle':
      return '';
    case 'failed':
      return texts.removal.exportFailed;
    case 'running':
      return texts.removal.exporting(exporting.count);
    case 'done':
      return texts.removal.exported(exporting.count);
  }
}

/** Undefined when the app did not answer. */
async function allRows(tell: (count: number) => void): Promise<ExportPage['rows'] | undefined> {
  const rows: ExportPage['rows'] = [];
  let place: ExportPlace | undefined;
  do {
    const reply = await ask('exportPage', place ? { place } : {}).catch(() => undefined);
    if (!reply?.ok) return undefined;
    rows.push(...reply.value.rows);
    place = reply.value.next;
    tell(rows.length);
  } while (place);
  return rows;
}

function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
