/** What a browser offers and a kiosk must not: context menus, zoom, dragging and the like. */

function refuse(event: Event): void {
  event.preventDefault();
}

/** Holds for the page's whole life; the shells guard the rest (keys of the window, gestures of the system). */
export function teachKioskManners(page: Window): void {
  for (const kind of ['contextmenu', 'dragstart', 'gesturestart', 'dblclick']) {
    page.addEventListener(kind, refuse);
  }
  page.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) event.preventDefault();
    },
    { passive: false },
  );
  page.addEventListener(
    'touchmove',
    (event) => {
      if (event.touches.length > 1) event.preventDefault();
    },
    { passive: false },
  );
}
