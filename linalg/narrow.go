package linalg

import "unsafe"

// rowNarrow is the product of a row in four bytes and a vector, summed in four
// parts. It reads x without asking whether a column is within it, which is
// what two fifths of the time would go to: NewSystem has looked at every column
// once.
func rowNarrow(cols []int32, vals, x []float32) float32 {
	vals = vals[:len(cols)]
	base := unsafe.Pointer(unsafe.SliceData(x))
	var a, b, c, d float32
	k := 0
	for ; k+4 <= len(cols); k += 4 {
		j, v := cols[k:k+4:k+4], vals[k:k+4:k+4]
		a += v[0] * at(base, j[0])
		b += v[1] * at(base, j[1])
		c += v[2] * at(base, j[2])
		d += v[3] * at(base, j[3])
	}
	for ; k < len(cols); k++ {
		a += vals[k] * at(base, cols[k])
	}
	return (a + b) + (c + d)
}

func at(base unsafe.Pointer, j int32) float32 {
	return *(*float32)(unsafe.Add(base, uintptr(uint32(j))*4))
}
