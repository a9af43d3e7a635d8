import { useEffect, useState } from 'react';
import { usePreferences } from './preferences.ts';

const darkQuery = '(prefers-color-scheme: dark)';

/** Sets the window's light as preferred, following the system where that is asked for. */
export function useTheme(): void {
  const theme = usePreferences((preferences) => preferences.theme);
  const [isSystemDark, setIsSystemDark] = useState(() => matchMedia(darkQuery).matches);
  useEffect(() => {
    const query = matchMedia(darkQuery);
    const changed = () => setIsSystemDark(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  const isDark = theme === 'dark' || (theme === 'system' && isSystemDark);
  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  }, [isDark]);
}
