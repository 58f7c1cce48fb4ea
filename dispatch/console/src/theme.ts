import type { ThemeConfig } from 'antd';

export const FONT_STACK =
  '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Segoe UI", system-ui, sans-serif';

/** One calm blue, small radii, dense controls. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#1a5296',
    colorInfo: '#1a5296',
    colorSuccess: '#0e7a43',
    colorWarning: '#a85b00',
    colorError: '#b3261e',
    colorText: '#1c2733',
    colorTextSecondary: '#4a5868',
    colorTextPlaceholder: '#66727f',
    colorBorder: '#cfd6df',
    borderRadius: 4,
    fontSize: 13,
    fontFamily: FONT_STACK,
    controlHeight: 30,
    motionDurationMid: '0.12s',
  },
};
