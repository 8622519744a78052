import Button from '@atlaskit/button/new';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import { useAddress } from './address';

/** Leads back to the list. */
export function WayBack({ label }: { readonly label: string }) {
  const { goTo } = useAddress();
  return (
    <div>
      <Button appearance="subtle" spacing="compact" iconBefore={ArrowLeftIcon} onClick={() => goTo('')}>
        {label}
      </Button>
    </div>
  );
}
