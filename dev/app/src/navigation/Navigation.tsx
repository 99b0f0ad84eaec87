import {
  Link,
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import {
  NavContentComponent,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { makeStyles } from '@material-ui/core/styles';
import MenuIcon from '@material-ui/icons/Menu';
import SettingsIcon from '@material-ui/icons/Settings';

const useStyles = makeStyles({
  brand: {
    width: sidebarConfig.drawerWidthClosed,
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    marginBottom: -14,
  },
  brandLink: {
    marginLeft: 24,
    whiteSpace: 'nowrap',
    fontSize: 18,
    fontWeight: 700,
    color: '#ffffff',
  },
});

function Brand() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.brand}>
      <Link
        to="/"
        underline="none"
        className={classes.brandLink}
        aria-label="Portal Operations, start page"
      >
        {isOpen ? 'Portal Operations' : 'PO'}
      </Link>
    </div>
  );
}

function NavigationItem({ href, icon, title }: NavContentNavItem) {
  return <SidebarItem to={href} icon={() => icon} text={title} />;
}

/** The sidebar: the catalog first, settings last, whatever else brings a page in between. */
export const Navigation: NavContentComponent = ({ navItems }) => {
  const items = navItems.withComponent(NavigationItem);
  const catalog = items.take('page:catalog');
  const create = items.take('page:scaffolder');
  const settings = items.take('page:user-settings');
  return (
    <Sidebar>
      <Brand />
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<MenuIcon />}>
        {catalog}
        {create}
        <SidebarDivider />
        <SidebarScrollWrapper>
          {items.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup label="Settings" icon={<SettingsIcon />} to="/settings">
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
};
