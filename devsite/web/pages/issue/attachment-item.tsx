import { IconButton } from '@atlaskit/button/new';
import Delete from '@atlaskit/icon/core/delete';
import File from '@atlaskit/icon/core/file';
import { Anchor, Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { useState } from 'react';
import { jira } from '../ui/ask';
import { Confirmation } from '../ui/confirmation';
import { useFlags } from '../ui/flags';
import { useMoments } from '../ui/moments';
import { type Attachment, addressOf, previewOf, sizeInWords } from './attachment';

const grow = xcss({ flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' });
const place = xcss({ width: '4rem', height: '3rem', display: 'flex', alignItems: 'center', justifyContent: 'center' });
const picture = {
  maxWidth: '100%',
  maxHeight: '100%',
  objectFit: 'contain',
  borderRadius: token('radius.small'),
} as const;

interface AttachmentItemProps {
  readonly file: Attachment;
  readonly mayDelete: boolean;
  readonly onDeleted: () => void;
}

/** A file: what it is, how large, who attached it and when. */
export function AttachmentItem({ file, mayDelete, onDeleted }: AttachmentItemProps) {
  const { minute } = useMoments();
  const { filename, size, author, created, thumbnail } = file;
  return (
    <Inline space="space.150" alignBlock="center">
      <Box xcss={place}>
        {thumbnail === undefined ? (
          <File label="" color={token('color.icon.subtle')} />
        ) : (
          <img src={previewOf(file)} alt={`Preview of ${filename}`} style={picture} />
        )}
      </Box>
      <Box xcss={grow}>
        <Stack space="space.025">
          <Anchor href={addressOf(file)} download={filename}>
            {filename}
          </Anchor>
          <Text size="small" color="color.text.subtle">
            {sizeInWords(size)} · {author?.displayName ?? 'Somebody'} · {minute(created)}
          </Text>
        </Stack>
      </Box>
      {mayDelete && <DeleteAttachment file={file} onDeleted={onDeleted} />}
    </Inline>
  );
}

function DeleteAttachment({ file: { id, filename }, onDeleted }: Omit<AttachmentItemProps, 'mayDelete'>) {
  const [isAsking, setAsking] = useState(false);
  const { refuse } = useFlags();
  const remove = async () => {
    await jira('DELETE', `/attachment/${id}`).then(onDeleted, (error) => refuse('The file was not deleted', error));
    setAsking(false);
  };
  return (
    <>
      <IconButton
        icon={Delete}
        label={`Delete ${filename}`}
        appearance="subtle"
        spacing="compact"
        onClick={() => setAsking(true)}
      />
      <Confirmation
        isOpen={isAsking}
        title={`Delete ${filename}?`}
        deed="Delete file"
        isDangerous
        onClose={() => setAsking(false)}
        onConfirmed={remove}
      >
        The file is gone for good.
      </Confirmation>
    </>
  );
}
