import * as materialStyles from '@material-ui/core/styles';
import { version as materialVersion } from '@material-ui/core/package.json';
import * as styles from '@material-ui/styles';
import { version as stylesVersion } from '@material-ui/styles/package.json';
import * as react from 'react';
import { version as reactVersion } from 'react/package.json';
import * as reactDom from 'react-dom';
import * as router from 'react-router';
import { version as routerVersion } from 'react-router/package.json';
import * as routerDom from 'react-router-dom';
import { version as routerDomVersion } from 'react-router-dom/package.json';
import type { SharedPackage } from './SharedPackage';

/** What both shells of Developer Hub give to plugins. */
export const sharedByBoth: Record<string, SharedPackage> = {
  react: { module: react, version: reactVersion },
  'react-dom': { module: reactDom, version: reactVersion },
  'react-router': { module: router, version: routerVersion },
  'react-router-dom': { module: routerDom, version: routerDomVersion },
  '@material-ui/core/styles': {
    module: materialStyles,
    version: materialVersion,
  },
  '@material-ui/styles': { module: styles, version: stylesVersion },
};
