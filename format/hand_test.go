package format
import ("testing";"os";"fmt";"gosplan/production";"strings";"time")
func TestHand(t *testing.T){
 for _,p:=range strings.Fields(os.Getenv("HAND")) {
  start:=time.Now()
  tab,f,err:=ReadFiles(strings.Split(p,"+"),Options{ByProducts: os.Getenv("JOINT")!=""})
  fmt.Println("==",p,time.Since(start)); if err!=nil{fmt.Println("ERR",err);continue}
  for _,x:=range f{fmt.Println("  read:",x)}
  fmt.Println("  N",tab.N,"ways",tab.Ways(),"entries",tab.Input.Entries(),"unit",tab.Unit,"factors",tab.Factors,tab.Title)
  start=time.Now()
  c:=production.Check(tab)
  for _,x:=range c{fmt.Println("  check:",x)}
  fmt.Println("  check took",time.Since(start))
  fixed,did:=production.Repair(tab,c,nil)
  for _,d:=range did{fmt.Printf("  repair: %+v\n",d)}
  for _,x:=range production.Check(fixed){fmt.Println("  after:",x)}
 }
}
