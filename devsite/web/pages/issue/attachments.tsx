import Heading from '@atlaskit/heading';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { type DragEvent, type ReactNode, useState } from 'react';
import { usePerson } from '../shell/session';
import { useLoaded } from '../ui/use-loaded';
import { AttachButton } from './attach-button';
import type { Attachment } from './attachment';
import { AttachmentItem } from './attachment-item';
import { type Issue, permissionsHeld } from './issue';
import { useAttaching } from './use-attaching';

const area = xcss({
  borderStyle: 'dashed',
  borderWidth: 'border.width',
  borderColor: 'color.border',
  borderRadius: 'radius.large',
  padding: 'space.150',
});
const awaited = xcss({ borderColor: 'color.border.focused', backgroundColor: 'color.background.selected' });
const bar = { accentColor: token('color.background.brand.bold'), width: '100%' };

interface AttachmentsProps {
  readonly issue: Issue;
  readonly onChanged: () => void;
}

const rights = ['CREATE_ATTACHMENTS', 'DELETE_ALL_ATTACHMENTS', 'DELETE_OWN_ATTACHMENTS'];

/** The files of an issue; who may attach drops one here, or picks it. */
export function Attachments({ issue, onChanged }: AttachmentsProps) {
  const { accountId } = usePerson();
  const files = (issue.fields.attachment ?? []) as readonly Attachment[];
  const loaded = useLoaded(`attachment rights ${issue.id}`, () => permissionsHeld(issue.key, rights));
  const held: ReadonlySet<string> = loaded.state === 'ready' ? loaded.value : new Set();
  const attaching = useAttaching(issue, onChanged);
  const mayAttach = held.has('CREATE_ATTACHMENTS');
  if (files.length === 0 && !mayAttach) return null;
  const mayDelete = ({ author }: Attachment) =>
    held.has('DELETE_ALL_ATTACHMENTS') || (author?.accountId === accountId && held.has('DELETE_OWN_ATTACHMENTS'));

  return (
    <Box as="section" aria-label="Attachments">
      <DropArea isOpen={mayAttach} onDropped={attaching.attach}>
        <Stack space="space.100">
          <Inline space="space.100" alignBlock="center" spread="space-between">
            <Heading size="small" as="h2">
              Attachments
            </Heading>
            {mayAttach && <AttachButton isBusy={attaching.share !== undefined} onPicked={attaching.attach} />}
          </Inline>
          {files.length === 0 && <Text color="color.text.subtle">Drop files here to attach them.</Text>}
          {files.map((file) => (
            <AttachmentItem key={file.id} file={file} mayDelete={mayDelete(file)} onDeleted={onChanged} />
          ))}
          {attaching.share !== undefined && (
            <progress value={attaching.share} max={1} style={bar} aria-label="How much has been sent" />
          )}
          {attaching.problem !== undefined && (
            <Box role="alert">
              <Text color="color.text.danger">{attaching.problem}</Text>
            </Box>
          )}
        </Stack>
      </DropArea>
    </Box>
  );
}

interface DropAreaProps {
  readonly isOpen: boolean;
  readonly onDropped: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Takes files that are dropped on it; all that it does can be done by the button within, too. */
function DropArea({ isOpen, onDropped, children }: DropAreaProps) {
  const [isOver, setOver] = useState(false);
  if (!isOpen) return children;
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onDropped([...event.dataTransfer.files]);
  };
  return (
    <Box xcss={[area, isOver && awaited]} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      {children}
    </Box>
  );
}
