import DropdownMenu, { DropdownItemCheckbox, DropdownItemCheckboxGroup } from '@atlaskit/dropdown-menu';
import link from '../ui/link-button.module.css';
import { optionalColumns } from './columns';
import { texts } from './texts';
import type { Columns } from './use-columns';

/** Which columns are shown. */
export const ColumnsMenu = ({ kept, toggle }: Pick<Columns, 'kept' | 'toggle'>) => (
  <DropdownMenu<HTMLButtonElement>
    shouldRenderToParent
    trigger={({ triggerRef, isSelected: _, testId: __, ...trigger }) => (
      <button ref={triggerRef} type="button" className={link.link} {...trigger}>
        {texts.columnsMenu}
      </button>
    )}
  >
    <DropdownItemCheckboxGroup id="columns" title={texts.columnsRoom}>
      {optionalColumns.map((column) => (
        <DropdownItemCheckbox
          key={column}
          id={column}
          isSelected={!kept.hidden.includes(column)}
          onClick={() => toggle(column)}
        >
          {texts.columns[column]}
        </DropdownItemCheckbox>
      ))}
    </DropdownItemCheckboxGroup>
  </DropdownMenu>
);
