import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import type { AppModule } from '../panel/shown-app';
import { jira } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { Loaded } from '../ui/loaded';
import { useLoaded } from '../ui/use-loaded';
import { addGadget, type Dashboard, type Gadget } from './dashboards';

interface AddGadgetProps {
  readonly isOpen: boolean;
  readonly dashboard: Dashboard;
  readonly modules: readonly AppModule[];
  readonly onClose: () => void;
  readonly onAdded: (gadget: Gadget) => void;
}

/** Offers the gadgets that there are, and puts the chosen one on the dashboard. */
export const AddGadget = ({ isOpen, ...rest }: AddGadgetProps) => (
  <ModalTransition>{isOpen && <Offer {...rest} />}</ModalTransition>
);

interface Available {
  readonly moduleKey: string;
  readonly title: string;
}

const available = async (): Promise<readonly Available[]> =>
  (await jira<{ gadgets: readonly Available[] }>('GET', '/dashboard/gadgets')).gadgets;

const foot = xcss({ paddingBlockEnd: 'space.200' });
const refusal = 'The gadget was not added';

function Offer({ dashboard, modules, onClose, onAdded }: Omit<AddGadgetProps, 'isOpen'>) {
  const known = useLoaded('gadgets', available);
  const { close, refuse } = useFlags();
  const add = ({ moduleKey }: Available) =>
    addGadget(dashboard.id, moduleKey).then(
      (gadget) => {
        close(refusal);
        onAdded(gadget);
      },
      (error) => refuse(refusal, error),
    );

  return (
    <Modal onClose={onClose} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>Add gadget</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Loaded of={known} what="the gadgets">
          {(all) => (
            <Box xcss={foot}>
              <Stack space="space.200">
                {all.length === 0 && <Text>Gadgets of apps would be here; no app on this site brings one.</Text>}
                {all.map((each) => (
                  <Offered
                    key={each.moduleKey}
                    title={each.title}
                    module={modules.find(({ moduleKey }) => each.moduleKey.endsWith(`/${moduleKey}`))}
                    onAdd={() => void add(each)}
                  />
                ))}
              </Stack>
            </Box>
          )}
        </Loaded>
      </ModalBody>
    </Modal>
  );
}

const picture = xcss({ width: 'size.400', height: 'size.400', flexShrink: '0' });

interface OfferedProps {
  readonly title: string;
  readonly module: AppModule | undefined;
  readonly onAdd: () => void;
}

const Offered = ({ title, module, onAdd }: OfferedProps) => (
  <Inline space="space.200" alignBlock="center" spread="space-between">
    <Inline space="space.150" alignBlock="center">
      {module?.thumbnail && <Box as="img" xcss={picture} src={module.thumbnail} alt="" />}
      <Stack space="space.025">
        <Heading size="xsmall" as="h2">
          {title}
        </Heading>
        {module?.description && <Text color="color.text.subtle">{module.description}</Text>}
      </Stack>
    </Inline>
    <Button onClick={onAdd} aria-label={`Add ${title}`}>
      Add
    </Button>
  </Inline>
);
