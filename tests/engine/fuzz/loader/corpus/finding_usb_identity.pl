device(a,"").
usb_identity(a,0x077d,d).
usb_identity(a,0x077d,d).