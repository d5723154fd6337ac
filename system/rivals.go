package system

// rivals are systems that history did not try here.
var rivals = []kind{}
