import { createTheme } from '@material-ui/core/styles';

/** As a shell's themes would be, light and dark. */
export const themes = {
  light: createTheme({
    palette: {
      type: 'light',
      primary: { main: '#0066cc' },
      background: { default: '#f2f2f2', paper: '#ffffff' },
    },
  }),
  dark: createTheme({
    palette: {
      type: 'dark',
      primary: { main: '#73b1ff' },
      background: { default: '#151719', paper: '#22262b' },
    },
  }),
};
